"""What the bot promises under kill -9, poison, broken networks and full disks, shown on real processes."""
