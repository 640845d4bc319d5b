;;; init.el --- Try statuslens from a clone -*- lexical-binding: t -*-

;; PATH="$PWD/.venv/bin:$PATH" emacs -q --load editors/emacs/example/init.el
;;
;; Point stands on a status; C-c h shows its explanation.

;;; Code:

(require 'package)
(package-initialize) ; Eglot is a package of its own before Emacs 29

(let ((here (file-name-directory (or load-file-name buffer-file-name))))
  (add-to-list 'load-path (expand-file-name ".." here))
  (require 'statuslens)
  (add-hook 'python-mode-hook #'statuslens-eglot-ensure)
  (global-set-key (kbd "C-c h") #'eldoc-doc-buffer)
  (global-set-key (kbd "C-c s") #'statuslens-explain)
  (setq inhibit-startup-screen t)
  (setq-default word-wrap t)
  (find-file (expand-file-name "../../../examples/shop/api/orders.py" here))
  (search-forward "abort(404")
  (backward-char))

;;; init.el ends here
