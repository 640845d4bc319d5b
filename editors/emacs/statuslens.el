;;; statuslens.el --- HTTP status codes explained by a language server -*- lexical-binding: t -*-

;; Author: The statuslens authors
;; Version: 0.1.0
;; Package-Requires: ((emacs "28.1"))
;; Keywords: languages, tools
;; SPDX-License-Identifier: MIT

;;; Commentary:

;; Has Eglot or lsp-mode start statuslens-lsp, which explains the HTTP status
;; codes in a buffer and reports those that are wrong.
;;
;; lsp-mode runs it beside a language's usual server wherever `lsp' runs.
;; Eglot runs one server in a buffer, so there it is asked for:
;;
;;     (add-hook 'python-mode-hook #'statuslens-eglot-ensure)
;;
;; `statuslens-explain' answers a question about a status in any buffer.

;;; Code:

(require 'subr-x)

(defvar eglot-server-programs)
(defvar lsp-language-id-configuration)
(declare-function eglot-ensure "ext:eglot" ())
(declare-function lsp-register-client "ext:lsp-mode" (client))
(declare-function lsp-stdio-connection "ext:lsp-mode" (command &optional test-command))
(declare-function make-lsp-client "ext:lsp-mode" (&rest arguments))

(defgroup statuslens nil
  "HTTP status codes explained."
  :group 'tools)

(defcustom statuslens-server-command '("statuslens-lsp")
  "The language server and its arguments.
Name the script, not \"python -m\", which imports modules of the folder that it
is started in."
  :type '(repeat string))

(defcustom statuslens-command "statuslens"
  "The command that `statuslens-explain' asks."
  :type 'string)

(defcustom statuslens-settings nil
  "Options of the server, and keys of the team file that go over the file.
A property list such as (:inlayHints :json-false :style \"number\"); lists in it
are vectors.  A server takes it when it starts."
  :type 'plist)

(defcustom statuslens-modes
  '(apache-mode bash-ts-mode c++-mode c++-ts-mode c-mode c-ts-mode caddyfile-mode conf-mode csharp-mode
    csharp-ts-mode dart-mode dockerfile-mode dockerfile-ts-mode elixir-mode elixir-ts-mode go-mode go-ts-mode
    haproxy-mode html-mode html-ts-mode hurl-mode java-mode java-ts-mode js-json-mode js-mode js-ts-mode js2-mode
    json-mode json-ts-mode kotlin-mode kotlin-ts-mode mhtml-mode nginx-mode php-mode php-ts-mode python-mode
    python-ts-mode restclient-mode ruby-mode ruby-ts-mode rust-mode rust-ts-mode rustic-mode scala-mode
    scala-ts-mode sh-mode svelte-mode swift-mode swift-ts-mode tsx-ts-mode typescript-mode typescript-ts-mode
    vue-mode web-mode yaml-mode yaml-ts-mode)
  "Major modes in whose buffers lsp-mode runs the server.
What a file holds is told by its name, whatever its mode is called."
  :type '(repeat symbol))

;;;###autoload
(defun statuslens-eglot-ensure ()
  "Have Eglot run statuslens in this buffer, in place of the usual server."
  (require 'eglot)
  (setq-local eglot-server-programs
              (list (cons (list major-mode)
                          (append statuslens-server-command
                                  (list :initializationOptions statuslens-settings)))))
  (eglot-ensure))

(defun statuslens--register ()
  "Tell lsp-mode of the server, to be run beside any other."
  (dolist (mode statuslens-modes)
    (unless (assq mode lsp-language-id-configuration)
      (add-to-list 'lsp-language-id-configuration (cons mode (statuslens--language mode)) t)))
  (lsp-register-client
   (make-lsp-client
    :server-id 'statuslens
    :add-on? t
    :priority -1
    :major-modes statuslens-modes
    :initialization-options (lambda () statuslens-settings)
    :new-connection (lsp-stdio-connection (lambda () statuslens-server-command)))))

(defun statuslens--language (mode)
  "Return what a language is most likely called, by its major MODE."
  (replace-regexp-in-string "\\(-ts\\)?-mode\\'" "" (symbol-name mode)))

(with-eval-after-load 'lsp-mode
  (statuslens--register))

(defvar statuslens--history nil
  "What `statuslens-explain' was asked.")

;;;###autoload
(defun statuslens-explain (query)
  "Explain QUERY: a code, words, a comparison such as \"401 vs 403\", a constant.
The number at point is offered; completion is over the codes and their names."
  (interactive (list (statuslens--read)))
  (let ((answer (statuslens--run "explain" "--" query)))
    (with-help-window "*HTTP status*"
      (princ answer))))

(defun statuslens--read ()
  "Ask for what is to be explained."
  (let* ((codes (split-string (statuslens--run "codes") "\n" t))
         (here (thing-at-point 'number))
         (default (and here (format "%s" here)))
         (prompt (format-prompt "HTTP status" default))
         (answer (completing-read prompt codes nil nil nil 'statuslens--history default)))
    (if (member answer codes) (car (split-string answer)) answer)))

(defun statuslens--run (&rest arguments)
  "Return what `statuslens-command' prints when it is called with ARGUMENTS."
  (unless (executable-find statuslens-command)
    (user-error "Cannot run %s; install statuslens, or set `statuslens-command'" statuslens-command))
  (with-temp-buffer
    (apply #'call-process statuslens-command nil t nil arguments)
    (string-trim (buffer-string))))

(provide 'statuslens)

;;; statuslens.el ends here
