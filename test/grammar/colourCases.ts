/** A small plan and what its pieces must be coloured as. Each piece occurs once in the plan. */
export interface ColourCase {
  name: string;
  plan: string;
  powershell?: readonly string[];
  batch?: readonly string[];
  /** Keys of the plan, in YAML's colours. */
  keys?: readonly string[];
  /** Anything else that belongs to the plan and to no script. */
  text?: readonly string[];
  /** One scope that a piece must have. */
  scopes?: Readonly<Record<string, string>>;
}

export const colourCases: readonly ColourCase[] = [
  {
    name: 'a block ends where the next key begins',
    plan: `
steps:
  - id: one
    run: |
      Get-FederationTrust
    verify: |
      Test-FederationTrust -Verbose

    undo: |
      Remove-FederationTrust
  - id: two
checks: {}`,
    powershell: ['Get-FederationTrust', 'Test-FederationTrust -Verbose', 'Remove-FederationTrust'],
    keys: ['run', 'verify', 'undo', 'checks'],
    text: ['one', 'two'],
    scopes: { 'Get-FederationTrust': 'support.function.powershell' },
  },
  {
    name: 'a sequence at the indentation of its key',
    plan: `
steps:
- id: one
  run: |
    Get-FederationTrust
- id: two`,
    powershell: ['Get-FederationTrust'],
    keys: ['run'],
    text: ['one', 'two'],
  },
  {
    name: 'a block as the first key of an item ends at the second, however the dash is spaced',
    plan: `
- run: |
    Get-FederationTrust
  id: one
-   verify: |
      Test-FederationTrust
    title: two`,
    powershell: ['Get-FederationTrust', 'Test-FederationTrust'],
    keys: ['run', 'id', 'verify', 'title'],
    text: ['one', 'two'],
  },
  {
    name: 'an open quote ends with its block',
    plan: `
- run: |
    Set-FederationTrust -Identity "Microsoft
    Federation Gateway
  verify: |
    'also open
  id: one`,
    powershell: ['Federation Gateway', 'also open'],
    keys: ['verify', 'id'],
    text: ['one'],
  },
  {
    name: 'an open here-string, an open comment and an open brace end with their blocks',
    plan: `
- run: |
    $text = @'
    never closed

     '@
  verify: |
    <# Get-Nothing
  undo: |
    if ($true) { @{ Name = (
  id: one`,
    powershell: ['never closed', " '@", 'Get-Nothing', 'Name = ('],
    keys: ['verify', 'undo', 'id'],
    text: ['one'],
    scopes: { " '@": 'string.quoted.single.heredoc.powershell' },
  },
  {
    name: 'a here-string closes at column 0 of the script, also within a hashtable',
    plan: `
- run: |
    $splat = @{ Note = @"
      on $env:COMPUTERNAME, not yet "@
    "@
      Name = 'NHSmail' }
    @'
    It's quoted.
    '@ | Out-File note.txt
    New-OrganizationRelationship @splat
  id: one`,
    powershell: ['COMPUTERNAME', 'New-OrganizationRelationship'],
    keys: ['id'],
    scopes: {
      'not yet "@': 'string.quoted.double.heredoc.powershell',
      'env:': 'variable.other.readwrite.powershell',
      "It's quoted.": 'string.quoted.single.heredoc.powershell',
      NHSmail: 'string.quoted.single.powershell',
      'Out-File': 'support.function.powershell',
      'New-OrganizationRelationship': 'support.function.powershell',
    },
  },
  {
    name: 'indentation and chomping indicators in either order, and a first line that is indented deeper',
    plan: `
- run: |2-
      Get-FederationTrust
    Get-AcceptedDomain
  verify: |+2
    Test-FederationTrust
  undo: >-
    Remove-FederationTrust
  id: one`,
    powershell: ['Get-FederationTrust', 'Get-AcceptedDomain', 'Test-FederationTrust', 'Remove-FederationTrust'],
    keys: ['verify', 'undo', 'id'],
    text: ['one'],
  },
  {
    name: 'a comment after the header is YAML’s, one in the block is PowerShell’s',
    plan: `
run: |  # the shell of the organization
  # switch it on
  Get-FederationTrust
# the end
verify: |`,
    powershell: ['switch it on', 'Get-FederationTrust'],
    keys: ['run', 'verify'],
    text: ['the shell of the organization', 'the end'],
    scopes: {
      'the shell of the organization': 'comment.line.number-sign.yaml',
      'switch it on': 'comment.line.powershell',
    },
  },
  {
    name: 'an empty block',
    plan: `
- run: |

  verify: |
  undo: |
- id: one`,
    keys: ['run', 'verify', 'undo', 'id'],
    text: ['one'],
  },
  {
    name: 'a block at the end of the file, after blank lines',
    plan: `
verify: |


  Get-FederationTrust

    Get-AcceptedDomain`,
    powershell: ['Get-FederationTrust', 'Get-AcceptedDomain'],
    keys: ['verify'],
  },
  {
    name: 'quoted keys, spaces before the colon, a tag and an anchor',
    plan: `
- "run" : |
    Get-FederationTrust
  'verify': !!str |
    Test-FederationTrust
  undo: &undo !!str |-
    Remove-FederationTrust
  id: one`,
    powershell: ['Get-FederationTrust', 'Test-FederationTrust', 'Remove-FederationTrust'],
    keys: ['id'],
    text: ['"run"', "'verify'", '&undo', 'one'],
  },
  {
    name: 'a line of the script that looks like a header',
    plan: `
run: |
  Get-FederationTrust
  commandPrompt: |
    Get-AcceptedDomain
undo: |`,
    powershell: ['commandPrompt: |', 'Get-AcceptedDomain'],
    keys: ['run', 'undo'],
  },
  {
    name: 'several documents',
    plan: `
federationPlan: 1
run: |
  Get-FederationTrust "
---
verify: |
  Test-FederationTrust @'
...
---
title: three`,
    powershell: ['Get-FederationTrust', 'Test-FederationTrust'],
    keys: ['federationPlan', 'run', 'verify', 'title'],
    text: ['three'],
  },
  {
    name: 'commandPrompt is a batch script; dnsRecords and instructions are text',
    plan: `
- commandPrompt: |
    rem both proxies must agree
    if "%ERRORLEVEL%" == "0 netsh winhttp show proxy
  dnsRecords: |
    autodiscover IN A 192.0.2.10
  instructions: |
    Open the console.
- id: one
  "commandPrompt": |2-
    echo finished
  title: two`,
    batch: ['both proxies', 'netsh', 'echo finished'],
    keys: ['commandPrompt', 'dnsRecords', 'instructions', 'id', 'title'],
    text: ['autodiscover IN A', 'Open the console.', 'one', 'two'],
    scopes: { 'both proxies': 'comment.line.rem.batchfile' },
  },
  {
    name: 'silent in flow collections, quoted and plain scalars, and in the text of other blocks',
    plan: `
- { id: one, run: 'Get-FederationTrust', commandPrompt: "netsh" }
- run: Get-AcceptedDomain | Format-List
  verify: "Test-FederationTrust |
    run: |
      Get-Quoted"
  instructions: |
    undo: |
      Get-Text
  title: >
    verify: |
      Get-Folded`,
    text: ['Get-FederationTrust', 'netsh', 'Get-AcceptedDomain | Format-List', 'Test-FederationTrust', 'Get-Quoted', 'Get-Text', 'Get-Folded'],
    keys: ['instructions', 'title'],
  },
  {
    name: 'silent for other keys that contain the names',
    plan: `
rerun: |
  Get-First
run2: |
  Get-Second
Run: |
  Get-Third
x-undo: |
  Get-Fourth
organizations:
  run: {}`,
    text: ['Get-First', 'Get-Second', 'Get-Third', 'Get-Fourth'],
    keys: ['rerun', 'run2', 'Run', 'x-undo', 'organizations'],
  },
];
