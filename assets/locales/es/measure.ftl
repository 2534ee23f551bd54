### Check-ins in full: feelings, sleep, changes; side effects.
