"""WhatsApp and SMS by Twilio: text, with numbered options."""
