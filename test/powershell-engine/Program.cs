// PowerShell's own engine, asked what it makes of a text. One JSON object a line on standard input, one answer a line in the same order:
//   {"id": "…", "op": "parse", "text": "…"}
// Nothing of a text is run. README.md describes the answers.
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PowerShellEngine;

var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
using var requests = new StreamReader(Console.OpenStandardInput(), utf8);
using var answers = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
var options = new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
var failed = 0;

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
            string op = request.RootElement.TryGetProperty("op", out JsonElement given) ? given.GetString()! : "parse";
            if (op != "parse") throw new NotSupportedException($"\"{op}\" is not answered");
            new ParseAnswer(request.RootElement.GetProperty("text").GetString()!).Write(writer);
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
