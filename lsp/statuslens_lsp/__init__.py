"""The statuslens language server: what the core knows, told in LSP."""
