import { UserError } from '../errors.ts';
import { nearest } from '../nearest.ts';
import type { ExitCode, Shell } from './shell.ts';

/** Shells that can be told how to complete a command line of tzt. */
export const COMPLETION_SHELLS: readonly string[] = ['bash', 'zsh', 'fish', 'powershell'];

/** `tzt completion SHELL`: the script that a shell reads at its start. Throws UserError for another shell. */
export function completion(name: string, shell: Shell): ExitCode {
  const script = SCRIPTS[name === 'pwsh' ? 'powershell' : name];
  if (script === undefined) {
    throw new UserError(
      `Voor "${name}" is er geen aanvulling.${nearest(name, COMPLETION_SHELLS)} Kies uit: ${COMPLETION_SHELLS.join(', ')}.`,
    );
  }
  shell.stdout.write(script);
  return 0;
}

/** Each passes the words one by one: nothing that stands on the command line is ever run. */
const SCRIPTS: Readonly<Record<string, string>> = {
  bash: `# bash: zet in ~/.bashrc de regel
#   source <(tzt completion bash)
_tzt() {
  local line
  COMPREPLY=()
  while IFS= read -r line; do
    if [[ $line == :files ]]; then
      compopt -o default
    else
      COMPREPLY+=("\${line%%$'\\t'*}")
    fi
  done < <(tzt complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
  # After a comma only the rest of the word is shown by readline; a space behind a report would end the list.
  [[ \${COMP_WORDS[COMP_CWORD-1]} == --report ]] && compopt -o nospace
  return 0
}
complete -F _tzt tzt
`,
  zsh: `#compdef tzt
# zsh: zet in ~/.zshrc, na compinit, de regel
#   source <(tzt completion zsh)
_tzt() {
  local line value
  local -a found
  local -i files=0
  while IFS= read -r line; do
    if [[ $line == :files ]]; then
      files=1
    else
      value=\${line%%$'\\t'*}
      found+=("\${value//:/\\\\:}:\${line#*$'\\t'}")
    fi
  done < <(tzt complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)
  (( \${#found} )) && _describe tzt found
  (( files )) && _files
  return 0
}
if [[ \${funcstack[1]} == _tzt ]]; then
  _tzt "$@"
else
  compdef _tzt tzt
fi
`,
  fish: `# fish: tzt completion fish > ~/.config/fish/completions/tzt.fish
function __tzt_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    for line in (tzt complete -- $words[2..-1] "$current" 2>/dev/null)
        if test "$line" = ":files"
            __fish_complete_path "$current"
        else
            echo $line
        end
    end
end
complete -c tzt -f -a '(__tzt_complete)'
`,
  powershell: `# PowerShell: zet in $PROFILE de regel
#   tzt completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName tzt -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $words = @($commandAst.CommandElements | Select-Object -Skip 1 | ForEach-Object { $_.ToString() })
  # An empty last word does not survive being passed to a program: --next stands for it.
  $next = if ($wordToComplete -eq '') { @('--next') } else { @() }
  tzt complete @next -- @words 2>$null | ForEach-Object {
    if ($_ -eq ':files') {
      [System.Management.Automation.CompletionCompleters]::CompleteFilename($wordToComplete)
    } else {
      $value, $meaning = $_ -split "\`t", 2
      $shown = if ($meaning) { $meaning } else { $value }
      [System.Management.Automation.CompletionResult]::new($value, $value, 'ParameterValue', $shown)
    }
  }
}
`,
};
