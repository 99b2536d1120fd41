"""The skills of the assistant as Rasa custom actions: slots in, messages and events out. No rule and no wording lives here."""
