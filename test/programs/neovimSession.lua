-- Drives `fedplan lsp --stdio` with Neovim's own client: an independent reading of the protocol. Prints one JSON object.
-- Arguments by environment: FEDPLAN_NODE, FEDPLAN_LAUNCHER, FEDPLAN_PLAN.
local out = {}

local function finish()
  io.stdout:write(vim.fn.json_encode(out) .. '\n')
  vim.cmd('qall!')
end

local ok, problem = pcall(function()
  vim.cmd('edit ' .. vim.fn.fnameescape(os.getenv('FEDPLAN_PLAN')))
  local buffer = vim.api.nvim_get_current_buf()
  local id = vim.lsp.start_client({
    name = 'fedplan',
    cmd = { os.getenv('FEDPLAN_NODE'), os.getenv('FEDPLAN_LAUNCHER'), 'lsp', '--stdio' },
    get_language_id = function() return 'federation-plan' end,
  })
  vim.lsp.buf_attach_client(buffer, id)

  local function diagnostics(fits)
    assert(vim.wait(10000, function() return fits(vim.diagnostic.get(buffer)) end, 20), 'the diagnostics did not come')
    return vim.diagnostic.get(buffer)
  end
  for _, each in ipairs(diagnostics(function(all) return #all > 0 end)) do
    out.diagnostics = out.diagnostics or {}
    table.insert(out.diagnostics, { line = each.lnum, column = each.col, code = each.code, source = each.source })
  end

  local client = vim.lsp.get_client_by_id(id)
  local function ask(method, params)
    local answer = assert(client.request_sync(method, params, 10000, buffer))
    assert(answer.err == nil, vim.inspect(answer.err))
    return answer.result
  end
  local document = { uri = vim.uri_from_bufnr(buffer) }

  local lines = vim.api.nvim_buf_get_lines(buffer, 0, -1, false)
  local last = #lines - 1
  local completions = ask('textDocument/completion', { textDocument = document, position = { line = last, character = #lines[#lines] } })
  out.completions = {}
  for _, item in ipairs(completions.items or completions) do table.insert(out.completions, item.label) end

  local at = { line = 1, character = 0 }
  local actions = ask('textDocument/codeAction', { textDocument = document, range = { start = at, ['end'] = at }, context = { diagnostics = {} } })
  out.action = actions[1].title
  vim.lsp.util.apply_workspace_edit(actions[1].edit, client.offset_encoding)
  out.line = vim.api.nvim_buf_get_lines(buffer, 1, 2, false)[1]
  -- Neovim sends its own incremental change; the finding must go with it.
  diagnostics(function(all)
    for _, each in ipairs(all) do
      if each.code == 'plan/unknown-key' then return false end
    end
    return true
  end)
  out.mended = true
end)
if not ok then out.problem = tostring(problem) end
finish()
