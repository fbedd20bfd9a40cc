// `dragoman completion SHELL`: the commands and flags of this very program -> a script that completes them.
import { Argument, Command } from "commander";

export const completionCommand = new Command("completion")
  .description("Print a script that completes commands and flags in your shell")
  .addArgument(new Argument("<shell>", "your shell").choices(["bash", "zsh", "fish"]))
  .addHelpText(
    "after",
    `
Examples:
  dragoman completion bash > ~/.local/share/bash-completion/completions/dragoman
  dragoman completion zsh > ~/.zfunc/_dragoman
  dragoman completion fish > ~/.config/fish/completions/dragoman.fish`,
  )
  .action((shell: "bash" | "zsh" | "fish", _: object, command: Command) => {
    const commands = (command.parent?.commands ?? []).map((one) => ({
      name: one.name(),
      about: one.description().replaceAll("'", "’").replaceAll(":", ","),
      words: [
        ...one.options.map(({ long }) => long ?? ""),
        ...one.commands.map((inner) => inner.name()),
      ].filter((word) => word !== ""),
    }));
    process.stdout.write(scripts[shell](commands));
  });

type Known = { readonly name: string; readonly about: string; readonly words: readonly string[] };

const scripts: { readonly [shell in "bash" | "zsh" | "fish"]: (commands: readonly Known[]) => string } = {
  bash: (commands) => `_dragoman() {
  local word="\${COMP_WORDS[COMP_CWORD]}" words=""
  if [ "$COMP_CWORD" -eq 1 ]; then words="${commands.map(({ name }) => name).join(" ")}"
  else
    case "\${COMP_WORDS[1]}" in
${commands.map(({ name, words }) => `      ${name}) words="${words.join(" ")}" ;;`).join("\n")}
    esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}
complete -o default -F _dragoman dragoman
`,
  zsh: (commands) => `#compdef dragoman
_dragoman() {
  local -a commands
  commands=(${commands.map(({ name, about }) => `'${name}:${about}'`).join(" ")})
  if (( CURRENT == 2 )); then _describe command commands; return; fi
  case "$words[2]" in
${commands.map(({ name, words }) => `    ${name}) compadd -- ${words.join(" ")} ;;`).join("\n")}
  esac
  _files
}
_dragoman "$@"
`,
  fish: (commands) =>
    commands
      .flatMap(({ name, about, words }) => [
        `complete -c dragoman -n __fish_use_subcommand -a ${name} -d '${about}'`,
        ...words.map((word) =>
          word.startsWith("--")
            ? `complete -c dragoman -n '__fish_seen_subcommand_from ${name}' -l ${word.slice(2)}`
            : `complete -c dragoman -n '__fish_seen_subcommand_from ${name}' -a ${word}`,
        ),
      ])
      .join("\n")
      .concat("\n"),
};
