"""What people read: messages, modals and the App Home, as plain values without Bolt, requests or a clock."""
