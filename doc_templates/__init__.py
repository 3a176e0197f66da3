"""The .docx kit: templates, filling them, reading them back."""
