"""What both engines must do alike, each test run on SQLite and on PostgreSQL."""
