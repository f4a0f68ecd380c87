using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;
using System.Text.Json;

namespace PowerShellEngine;

/// <summary>A runspace in which the stand-ins of one Exchange version are the cmdlets there are.</summary>
sealed class Shell
{
    readonly StandIns standIns;
    readonly string version;
    readonly Runspace runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
    readonly HashSet<string> defined = new(StringComparer.OrdinalIgnoreCase);

    public Shell(StandIns standIns, string version)
    {
        this.standIns = standIns;
        this.version = version;
        runspace.Open();
        Run("$global:PSModuleAutoLoadingPreference='None'");
    }

    /// <summary>Runs the text: what each call was given, and the errors with PowerShell's own ids and places.</summary>
    public void Bind(Utf8JsonWriter writer, string text)
    {
        ScriptBlockAst tree = Parser.ParseInput(text, out _, out ParseError[] wrong);
        if (wrong.Length > 0) throw new ArgumentException($"does not parse: {wrong[0].ErrorId}");
        Define(CommandsOf(tree).Select(each => each.GetCommandName()).OfType<string>());
        Run("$global:__calls = [System.Collections.Generic.List[object]]::new()");
        List<ErrorRecord> errors = RunWithin10Seconds(text);
        Answer.List(writer, "calls", ((IEnumerable)runspace.SessionStateProxy.GetVariable("__calls")).Cast<PSObject>(), call =>
        {
            writer.WriteString("cmdlet", (string)call.Properties["cmdlet"].Value);
            writer.WriteString("set", (string)call.Properties["set"].Value);
            Names(writer, ((object[])call.Properties["bound"].Value).Select(each => each.ToString()!));
        });
        Answer.List(writer, "errors", errors, error =>
        {
            writer.WriteString("id", error.FullyQualifiedErrorId.Split(',')[0]);
            if (error.Exception is ParameterBindingException binding)
            {
                if (!string.IsNullOrEmpty(binding.ParameterName)) writer.WriteString("parameter", binding.ParameterName);
                writer.WriteNumber("line", binding.Line);
                writer.WriteNumber("column", binding.Offset);
            }
            writer.WriteString("message", error.Exception.Message);
        });
    }

    List<ErrorRecord> RunWithin10Seconds(string text)
    {
        var errors = new List<ErrorRecord>();
        using var shell = PowerShell.Create(runspace);
        IAsyncResult running = shell.AddScript(text).BeginInvoke();
        if (!running.AsyncWaitHandle.WaitOne(10_000))
        {
            shell.Stop();
            throw new TimeoutException("still running after 10 s");
        }
        try { shell.EndInvoke(running); }
        catch (RuntimeException stopped) { errors.Add(stopped.ErrorRecord); }
        errors.AddRange(shell.Streams.Error);
        return errors;
    }

    /// <summary>Binds every call of a documented cmdlet without running anything, so that its arguments may be any expression.</summary>
    public void BindStatically(Utf8JsonWriter writer, string text)
    {
        Runspace.DefaultRunspace = runspace;
        var commands = CommandsOf(Parser.ParseInput(text, out _, out _)).Where(each => each.GetCommandName() is { } name && standIns.Find(name) is not null).ToList();
        Define(commands.Select(each => each.GetCommandName()));
        Answer.List(writer, "calls", commands, command =>
        {
            writer.WriteString("cmdlet", standIns.Find(command.GetCommandName()));
            Answer.Range(writer, command.Extent);
            StaticBindingResult result;
            try { result = StaticParameterBinder.BindCommand(command, resolve: true); }
            catch (Exception problem)
            {
                // It keeps its errors by name and does not expect the same one twice.
                writer.WriteString("failed", problem.Message);
                return;
            }
            Names(writer, result.BoundParameters.Keys);
            Answer.List(writer, "errors", result.BindingExceptions.Values, error =>
            {
                writer.WriteString("id", error.BindingException.ErrorId);
                writer.WriteString("parameter", error.BindingException.ParameterName);
                Answer.Range(writer, error.CommandElement.Extent);
            });
        });
    }

    /// <summary>What the shell itself offers at the cursor.</summary>
    public void Complete(Utf8JsonWriter writer, string text, int cursor)
    {
        Runspace.DefaultRunspace = runspace;
        Define(standIns.Names(version));
        using var shell = PowerShell.Create(runspace);
        CommandCompletion offered = CommandCompletion.CompleteInput(text, cursor, null, shell);
        writer.WriteNumber("replaceStart", offered.ReplacementIndex);
        writer.WriteNumber("replaceLength", offered.ReplacementLength);
        Answer.List(writer, "items", offered.CompletionMatches, item =>
        {
            writer.WriteString("kind", item.ResultType.ToString());
            writer.WriteString("text", item.CompletionText);
        });
    }

    static IEnumerable<CommandAst> CommandsOf(ScriptBlockAst tree) => tree.FindAll(each => each is CommandAst, searchNestedScriptBlocks: true).Cast<CommandAst>();

    static void Names(Utf8JsonWriter writer, IEnumerable<string> names)
    {
        writer.WriteStartArray("bound");
        foreach (string name in names.Order(StringComparer.Ordinal)) writer.WriteStringValue(name);
        writer.WriteEndArray();
    }

    void Define(IEnumerable<string> names)
    {
        foreach (string name in names)
            if (defined.Add(name) && standIns.Function(name, version) is { } source) Run(source);
    }

    void Run(string script)
    {
        using var shell = PowerShell.Create(runspace);
        shell.AddScript(script).Invoke();
        if (shell.Streams.Error.Count > 0) throw new InvalidOperationException(shell.Streams.Error[0].ToString());
    }
}
