" Tells each client for Vim of the server, in the client's own words.

function! statuslens#clients#ale() abort
    for l:filetype in statuslens#get('filetypes')
        call ale#linter#Define(l:filetype, {
        \   'name': 'statuslens',
        \   'lsp': 'stdio',
        \   'executable': {-> statuslens#get('command')[0]},
        \   'command': {-> join(map(copy(statuslens#get('command')), {_, part -> ale#Escape(part)}))},
        \   'project_root': {buffer -> statuslens#root(bufname(buffer))},
        \   'initialization_options': {-> statuslens#get('settings')},
        \})
    endfor
endfunction

function! statuslens#clients#vim_lsp() abort
    call lsp#register_server({
    \   'name': 'statuslens',
    \   'cmd': {-> statuslens#get('command')},
    \   'allowlist': statuslens#get('filetypes'),
    \   'root_uri': {-> lsp#utils#path_to_uri(statuslens#root(lsp#utils#get_buffer_path()))},
    \   'initialization_options': statuslens#get('settings'),
    \})
endfunction

function! statuslens#clients#lsp() abort
    let l:command = statuslens#get('command')
    call LspAddServer([{
    \   'name': 'statuslens',
    \   'path': l:command[0],
    \   'args': l:command[1:],
    \   'filetype': statuslens#get('filetypes'),
    \   'initializationOptions': statuslens#get('settings'),
    \   'rootSearch': ['statuslens.yaml', 'pyproject.toml', '.git/'],
    \}])
endfunction
