// PowerShell's own engine, asked what it makes of a text. One JSON object a line on standard input, one answer a line in the same order:
//   {"id": "…", "op": "parse", "text": "…"}
//   {"id": "…", "op": "bind" or "static", "text": "…", "on"?: "2016"}
//   {"id": "…", "op": "complete", "text": "…", "cursor": 12, "on"?: "2016"}
// "bind" runs the text, against stand-ins of the cmdlets that --cmdlets <cmdlets.json> describes; nothing else runs anything.
// README.md describes the answers.
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PowerShellEngine;

var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
using var requests = new StreamReader(Console.OpenStandardInput(), utf8);
using var answers = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
var options = new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
var failed = 0;
// A command that no stand-in takes must not reach a program of this machine.
Environment.SetEnvironmentVariable("PATH", "");
string? cmdlets = args.SkipWhile(each => each != "--cmdlets").ElementAtOrDefault(1);
StandIns? standIns = cmdlets is null ? null : new StandIns(cmdlets);
var shells = new Dictionary<string, Shell>();

while (requests.ReadLine() is { } line)
{
    if (line.Length == 0) continue;
    using var request = JsonDocument.Parse(line);
    using (var writer = new Utf8JsonWriter(answers, options))
    {
        writer.WriteStartObject();
        writer.WriteString("id", request.RootElement.GetProperty("id").GetString());
        try
        {
            JsonElement asked = request.RootElement;
            string op = asked.TryGetProperty("op", out JsonElement given) ? given.GetString()! : "parse";
            string text = asked.GetProperty("text").GetString()!;
            switch (op)
            {
                case "parse":
                    new ParseAnswer(text).Write(writer);
                    break;
                case "bind":
                    ShellOf(asked).Bind(writer, text);
                    break;
                case "static":
                    ShellOf(asked).BindStatically(writer, text);
                    break;
                case "complete":
                    ShellOf(asked).Complete(writer, text, asked.GetProperty("cursor").GetInt32());
                    break;
                default:
                    throw new NotSupportedException($"\"{op}\" is not answered");
            }
        }
        catch (Exception problem)
        {
            failed++;
            writer.WriteString("failed", problem.Message);
        }
        writer.WriteEndObject();
    }
    answers.WriteByte((byte)'\n');
}
answers.Flush();
return failed == 0 ? 0 : 1;

Shell ShellOf(JsonElement asked)
{
    if (standIns is null) throw new ArgumentException("needs --cmdlets");
    string version = asked.TryGetProperty("on", out JsonElement given) ? given.GetString()! : "";
    if (!shells.TryGetValue(version, out Shell? shell)) shells[version] = shell = new Shell(standIns, version);
    return shell;
}
