" What every client for Vim needs to know of the statuslens language server.

" What is not said: see README.md.
let s:defaults = {
\   'command': ['statuslens-lsp'],
\   'settings': {},
\   'filetypes': [
\       'apache', 'bash', 'c', 'caddyfile', 'cpp', 'cs', 'dart', 'dockerfile', 'elixir', 'go', 'haproxy', 'html',
\       'http', 'hurl', 'java', 'javascript', 'javascriptreact', 'json', 'jsonc', 'kotlin', 'nginx', 'php', 'python',
\       'rest', 'ruby', 'rust', 'scala', 'sh', 'svelte', 'swift', 'typescript', 'typescriptreact', 'vue', 'yaml',
\       'zsh',
\   ],
\}
let s:root_markers = ['statuslens.yaml', 'pyproject.toml', '.git']

function! statuslens#get(name) abort
    return get(g:, 'statuslens_' . a:name, s:defaults[a:name])
endfunction

" Return the nearest folder upwards that marks a project, else the folder of the file.
function! statuslens#root(file) abort
    let l:folder = fnamemodify(a:file, ':p:h')
    let l:above = l:folder
    while !s:is_root(l:above)
        if l:above is# fnamemodify(l:above, ':h')
            return l:folder
        endif
        let l:above = fnamemodify(l:above, ':h')
    endwhile
    return l:above
endfunction

function! s:is_root(folder) abort
    return !empty(filter(copy(s:root_markers), {_, name -> !empty(glob(a:folder . '/' . name, 1))}))
endfunction
