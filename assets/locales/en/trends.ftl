### Trends: the drawings, their tables, and what they say aloud.
