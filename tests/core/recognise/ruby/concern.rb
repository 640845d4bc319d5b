# A concern that says nothing of the web but by the names of its helpers. `#:` says what a line holds.
module Rescuing
  included do
    rescue_from Lost do |error|
      json_response({ message: error.message }, :not_found) #: 404 constant
      notify_order({ message: error.message }, :not_found)
      json_response({ message: error.message }, :found)
      update_response({ message: error.message }, :conflict)
    end
  end
end
