"""What mentoring is: people, groups, submissions, sessions, diaries. Pure: it knows no Telegram, no SQL, no files."""
