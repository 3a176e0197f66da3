"""What mentoring is: people, groups, submissions, sessions, diaries. Pure; it knows nothing of Telegram, SQL or files."""
