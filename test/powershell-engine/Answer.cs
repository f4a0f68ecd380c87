using System.Management.Automation.Language;
using System.Text.Json;

namespace PowerShellEngine;

/// <summary>Parts that answers share.</summary>
static class Answer
{
    public static void List<T>(Utf8JsonWriter writer, string name, IEnumerable<T> items, Action<T> write)
    {
        writer.WriteStartArray(name);
        foreach (T item in items)
        {
            writer.WriteStartObject();
            write(item);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    public static void Range(Utf8JsonWriter writer, IScriptExtent extent)
    {
        writer.WriteNumber("start", extent.StartOffset);
        writer.WriteNumber("end", extent.EndOffset);
    }
}
