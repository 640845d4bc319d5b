;;; emacs_session.el --- Run by test_emacs.py in Emacs -*- lexical-binding: t -*-
;; Opens a file with Eglot or lsp-mode as a user does, writes down what is shown, makes the quick fix, saves and leaves.

(require 'cl-lib)
(require 'json)
(require 'statuslens)

(defconst session-client (intern (or (getenv "STATUSLENS_CLIENT") "eglot")))
(defconst session-servers (mapcar #'intern (split-string (getenv "STATUSLENS_SERVERS"))))
(defvar session-answers nil)
(setq make-backup-files nil)

(defun session-wait (what test)
  "Let processes talk until TEST holds; fail with WHAT after half a minute."
  (let ((end (+ (float-time) 30)))
    (while (not (funcall test))
      (when (> (float-time) end)
        (error "Waited in vain for %s" what))
      (accept-process-output nil 0.01)
      ;; What waits for a pause in a user's typing goes on now.
      (run-hooks 'post-command-hook))))

(defun session-note (name value)
  (push (cons name value) session-answers))

(defun session-go-to (text)
  "Go into the first TEXT there is."
  (goto-char (point-min))
  (search-forward text)
  (goto-char (1+ (match-beginning 0))))

(defun session-diagnostics ()
  (session-wait "diagnostics"
                (lambda () (= (length (flymake-diagnostics)) (length session-servers))))
  (vconcat
   (mapcar (lambda (found)
             (list (cons 'text (buffer-substring-no-properties (flymake-diagnostic-beg found)
                                                               (flymake-diagnostic-end found)))
                   (cons 'message (flymake-diagnostic-text found))))
           (flymake-diagnostics))))

;; Eglot.

(defun session-eglot-begin ()
  (require 'eglot)
  (setq eglot-confirm-server-initiated-edits nil)
  (statuslens-eglot-ensure)
  (session-wait "the server" #'eglot-current-server))

(defun session-eglot-hover ()
  "Return what ElDoc is given at point; nothing where nothing comes before the answer to a later question."
  (let (shown done)
    (eglot-hover-eldoc-function (lambda (text &rest _) (setq shown text)))
    (jsonrpc-async-request (eglot-current-server) :textDocument/documentHighlight
                           (eglot--TextDocumentPositionParams) :success-fn (lambda (_) (setq done t)))
    (session-wait "a hover" (lambda () done))
    (substring-no-properties (or shown ""))))

(defun session-eglot-actions ()
  (vconcat (mapcar (lambda (action) (plist-get action :title)) (eglot-code-actions (point) (point)))))

(defun session-eglot-fix ()
  (eglot-code-actions (point) (point) "refactor.rewrite" t))

(defun session-eglot-end ()
  (eglot-shutdown (eglot-current-server)))

;; lsp-mode.

(defun session-lsp-begin ()
  (require 'lsp-mode)
  (require 'lsp-diagnostics)
  (require 'lsp-pylsp)
  (setq lsp-auto-guess-root t
        lsp-diagnostics-provider :flymake
        lsp-enable-suggest-server-download nil
        lsp-enabled-clients session-servers
        lsp-pylsp-plugins-pyflakes-enabled t
        lsp-session-file (expand-file-name "lsp-session" "~")
        lsp-warn-no-matched-clients nil)
  (lsp)
  (session-wait "the servers" (lambda ()
                                (and (= (length (lsp-workspaces)) (length session-servers))
                                     (cl-every (lambda (workspace) (eq (lsp--workspace-status workspace) 'initialized))
                                               (lsp-workspaces))))))

(defun session-lsp-hover ()
  "Return what is shown when one asks for help on the thing at point."
  (when (get-buffer "*lsp-help*")
    (kill-buffer "*lsp-help*"))
  (lsp-describe-thing-at-point)
  (if (get-buffer "*lsp-help*")
      (with-current-buffer "*lsp-help*"
        (buffer-substring-no-properties (point-min) (point-max)))
    ""))

(defun session-lsp-actions ()
  (vconcat (mapcar #'lsp:code-action-title (lsp-code-actions-at-point))))

(defun session-lsp-fix ()
  (lsp-execute-code-action
   (cl-find "Replace 404 by HTTPStatus.NOT_FOUND" (lsp-code-actions-at-point)
            :key #'lsp:code-action-title :test #'equal)))

(defun session-lsp-end ()
  (mapc #'lsp-workspace-shutdown (lsp-workspaces)))

(defun session-do (part)
  (funcall (intern (format "session-%s-%s" session-client part))))

(defun session-leave ()
  (session-do 'end)
  (session-wait "the server's end" (lambda ()
                                     (cl-notany (lambda (process) (eq (process-status process) 'run))
                                                (process-list)))))

(defun session-run ()
  (find-file (getenv "STATUSLENS_FILE"))
  (session-do 'begin)
  (session-note 'diagnostics (session-diagnostics))
  (session-note 'hovers
                (mapcar (lambda (text)
                          (session-go-to text)
                          (cons text (session-do 'hover)))
                        '("500" "print" "404")))
  (session-note 'actions (session-do 'actions))
  (session-do 'fix)
  (save-buffer)
  (session-leave)
  (with-temp-file (getenv "STATUSLENS_ANSWERS")
    (insert (json-encode session-answers))))

(defun session-try ()
  "Print what the example shows at point, and leave."
  (set-buffer (window-buffer))
  (session-wait "the server" #'eglot-current-server)
  (princ (session-do 'hover))
  (session-leave))
