"""The doors for other software: decisions as JSON, and CDS Hooks. No conversation is read, stored or logged."""
