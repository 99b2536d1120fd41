"""The messengers: Slack, Telegram, Microsoft Teams and Twilio (WhatsApp, SMS), and what every messenger shares, Matrix too."""
