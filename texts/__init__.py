"""Every word that a person reads, as typed functions over gettext catalogues (English and Bulgarian)."""
