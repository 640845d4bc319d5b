" HTTP status codes in Vim: tells ALE, vim-lsp and yegappan/lsp of the statuslens language server, whichever is there.

if exists('g:loaded_statuslens')
    finish
endif
let g:loaded_statuslens = 1

augroup statuslens
    autocmd!
    autocmd User lsp_setup call statuslens#clients#vim_lsp()
    autocmd User LspSetup call statuslens#clients#lsp()
augroup END

try
    call statuslens#clients#ale()
catch /^Vim\%((\a\+)\)\=:E117:/
    " ALE is not there.
endtry
