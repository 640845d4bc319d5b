# A file that says little else of the web. `#:` says what a line holds; a line without it holds nothing.
def verify
  head(:unauthorized) unless signed? #: 401 constant
  tail(:unauthorized) unless signed?
end
