### What is due, and when it may be left out.
