"""LibreOffice opens every form of the kit, filled and blank; slow, so a suite of its own."""
