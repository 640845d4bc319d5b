" Run by test_vim.py in Vim with ALE: opens a file as a user does, writes down what is shown, makes the quick fix, saves.
let s:shown = {}
let s:patience = 30

function! s:wait(what, Test) abort
    let l:start = reltime()
    while !a:Test()
        if reltimefloat(reltime(l:start)) > s:patience
            throw 'waited in vain for ' . a:what
        endif
        sleep 10m
    endwhile
endfunction

function! s:loclist() abort
    return get(get(g:ale_buffer_info, bufnr(''), {}), 'loclist', [])
endfunction

function! s:preview() abort
    let l:windows = filter(range(1, winnr('$')), {_, number -> getwinvar(number, '&previewwindow')})
    return empty(l:windows) ? '' : join(getbufline(winbufnr(l:windows[0]), 1, '$'), "\n")
endfunction

function! s:diagnostic(found) abort
    let l:place = [a:found.lnum - 1, a:found.col - 1, a:found.end_lnum - 1, a:found.end_col]
    return {'place': l:place, 'kind': a:found.type, 'code': a:found.code, 'message': a:found.text}
endfunction

function! s:run() abort
    let g:ale_hover_cursor = 0
    execute 'edit' fnameescape($STATUSLENS_FILE)
    call s:wait('diagnostics', {-> !empty(s:loclist())})
    let s:shown.diagnostics = map(copy(s:loclist()), {_, found -> s:diagnostic(found)})

    call search('404')
    ALEHover
    call s:wait('a hover', {-> !empty(s:preview())})
    let s:shown.hover = s:preview()
    pclose

    " The menu's first entry is taken.
    function! ale#util#Input(message, value) abort
        let s:shown.menu = split(a:message, "\n")[1:-2]
        return '1'
    endfunction
    ALECodeAction
    call s:wait('the fix', {-> &modified})
    write
    call writefile([json_encode(s:shown)], $STATUSLENS_ANSWERS)
endfunction

runtime autoload/ale/util.vim
try
    call s:run()
catch
    call writefile([v:exception . ' in ' . v:throwpoint], $STATUSLENS_ANSWERS)
    cquit 1
endtry
qall!
