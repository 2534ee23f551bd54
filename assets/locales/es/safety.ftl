### When an answer says that help may be needed: the card, and what the clinic knows.
