using System.Management.Automation.Language;
using System.Text.Json;

namespace PowerShellEngine;

/// <summary>What the parser says of a text: errors in its own order, syntax that Windows PowerShell 5.1 refuses, and all commands.</summary>
sealed class ParseAnswer
{
    readonly ScriptBlockAst tree;
    readonly Token[] tokens;
    readonly ParseError[] errors;

    public ParseAnswer(string text) => tree = Parser.ParseInput(text, out tokens, out errors);

    public void Write(Utf8JsonWriter writer)
    {
        Answer.List(writer, "errors", errors, error =>
        {
            writer.WriteString("id", error.ErrorId);
            Answer.Range(writer, error.Extent);
            if (error.IncompleteInput) writer.WriteBoolean("incomplete", true);
        });
        var newer = NewerSyntax().ToList();
        if (newer.Count > 0)
        {
            Answer.List(writer, "v7only", newer, found =>
            {
                writer.WriteString("what", found.What);
                Answer.Range(writer, found.Where);
            });
        }
        Answer.List(writer, "commands", tree.FindAll(each => each is CommandAst, searchNestedScriptBlocks: true).Cast<CommandAst>(), command =>
        {
            writer.WriteString("name", command.GetCommandName());
            Answer.Range(writer, command.Extent);
            Answer.List(writer, "elements", command.CommandElements, element => Element(writer, element));
        });
    }

    static void Element(Utf8JsonWriter writer, CommandElementAst element)
    {
        writer.WriteString("t", element.GetType().Name);
        Answer.Range(writer, element.Extent);
        switch (element)
        {
            case CommandParameterAst parameter:
                writer.WriteString("param", parameter.ParameterName);
                if (parameter.Argument is null) break;
                writer.WriteString("arg", parameter.Argument.GetType().Name);
                writer.WriteNumber("argStart", parameter.Argument.Extent.StartOffset);
                break;
            case StringConstantExpressionAst text:
                writer.WriteString("value", text.Value);
                writer.WriteString("quote", text.StringConstantType.ToString());
                break;
        }
    }

    IEnumerable<(string What, IScriptExtent Where)> NewerSyntax()
    {
        foreach (Ast each in tree.FindAll(IsNewer, searchNestedScriptBlocks: true)) yield return (each.GetType().Name, each.Extent);
        var afterLineEnd = false;
        foreach (Token token in tokens)
        {
            if (token.Kind is TokenKind.QuestionQuestion or TokenKind.QuestionQuestionEquals or TokenKind.Clean) yield return (token.Kind.ToString(), token.Extent);
            if (token.Kind == TokenKind.Pipe && afterLineEnd) yield return ("LeadingPipe", token.Extent);
            if (token.Kind is not TokenKind.Comment) afterLineEnd = token.Kind == TokenKind.NewLine;
        }
    }

    static bool IsNewer(Ast each) => each
        is PipelineChainAst or TernaryExpressionAst or PipelineAst { Background: true }
        or MemberExpressionAst { NullConditional: true } or IndexExpressionAst { NullConditional: true };
}
