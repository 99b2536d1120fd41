"""Which intent a message has: n-gram features and a light linear classifier. Imports no Rasa."""
