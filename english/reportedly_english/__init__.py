"""The weights with which reportedly reads English; `manifest.json` says what they are, and their SHA-256."""
