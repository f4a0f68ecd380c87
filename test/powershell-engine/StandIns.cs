using System.Text;
using System.Text.Json;

namespace PowerShellEngine;

/// <summary>
/// The documented cmdlets as functions that only bind: names, aliases, sets, positions, mandatory marks, switches and closed lists of
/// values are those of server/data/sources/cmdlets.json. Each notes what was bound and passes on one object.
/// </summary>
sealed class StandIns
{
    /// <summary>What PowerShell itself adds to every function.</summary>
    static readonly HashSet<string> added = new(StringComparer.OrdinalIgnoreCase)
    {
        "Verbose", "Debug", "ErrorAction", "WarningAction", "InformationAction", "ErrorVariable", "WarningVariable", "InformationVariable",
        "OutVariable", "OutBuffer", "PipelineVariable", "ProgressAction", "WhatIf", "Confirm",
    };

    /// <summary>Types that the engine has; an Exchange type takes anything, since its conversion is not here.</summary>
    static readonly Dictionary<string, string> types = new()
    {
        ["Boolean"] = "[bool]", ["String"] = "[string]", ["String[]"] = "[string[]]", ["Int32"] = "[int]", ["UInt32"] = "[uint32]",
        ["Int64"] = "[long]", ["Uri"] = "[uri]", ["DateTime"] = "[datetime]", ["Guid"] = "[guid]", ["TimeSpan"] = "[timespan]",
        ["IPAddress"] = "[ipaddress]", ["Byte[]"] = "[byte[]]",
    };

    readonly Dictionary<string, JsonProperty> cmdlets = new(StringComparer.OrdinalIgnoreCase);

    public StandIns(string file)
    {
        JsonElement all = JsonDocument.Parse(File.ReadAllBytes(file)).RootElement.GetProperty("cmdlets");
        foreach (JsonProperty cmdlet in all.EnumerateObject()) cmdlets[cmdlet.Name] = cmdlet;
    }

    /// <summary>The name as documented, or null.</summary>
    public string? Find(string name) => cmdlets.TryGetValue(name, out JsonProperty cmdlet) ? cmdlet.Name : null;

    public IEnumerable<string> Names(string version) => cmdlets.Values.Where(each => IsIn(each.Value, version)).Select(each => each.Name);

    static bool IsIn(JsonElement thing, string version) =>
        version == "" || Text(thing, "on") is not { } versions || versions.Split(' ').Contains(version);

    /// <summary>The function's source; null where the cmdlet is unknown or that Exchange version has none.</summary>
    public string? Function(string name, string version)
    {
        if (!cmdlets.TryGetValue(name, out JsonProperty cmdlet) || !IsIn(cmdlet.Value, version)) return null;
        var sets = cmdlet.Value.GetProperty("sets").EnumerateArray().ToList();
        var source = new StringBuilder($"function global:{cmdlet.Name} {{ [CmdletBinding(PositionalBinding=$false");
        if (DefaultSet(sets) is { } chosen) source.Append($",DefaultParameterSetName={Quoted(chosen)}");
        if (cmdlet.Value.TryGetProperty("whatIf", out _)) source.Append(",SupportsShouldProcess");
        source.Append(")] param(\n");
        source.AppendJoin(",\n", cmdlet.Value.GetProperty("params").EnumerateObject()
            .Where(each => !added.Contains(each.Name) && IsIn(each.Value, version))
            .Select(each => Parameter(each, sets)).OfType<string>());
        source.Append($"\n) process {{ $global:__calls.Add([pscustomobject]@{{ cmdlet='{cmdlet.Name}'; set=$PSCmdlet.ParameterSetName; bound=@($PSBoundParameters.Keys) }}); ");
        source.Append("[pscustomobject]@{ Identity='one'; Name='one'; Guid=[guid]::Empty; DomainNames=@('one.example') } } }");
        return source.ToString();
    }

    /// <summary>30 pages name the default set; elsewhere the first one stands for it, so that "ambiguous set" is no verdict.</summary>
    static string? DefaultSet(List<JsonElement> sets)
    {
        if (sets.Count < 2) return null;
        JsonElement chosen = sets.Where(each => each.TryGetProperty("default", out _)).Append(sets[0]).First();
        return chosen.GetProperty("name").GetString();
    }

    /// <summary>Null where no set has the parameter: it cannot be given.</summary>
    static string? Parameter(JsonProperty parameter, List<JsonElement> sets)
    {
        string[] pipeline = Text(parameter.Value, "pipe") switch
        {
            null => [],
            "both" or "true" => ["ValueFromPipeline", "ValueFromPipelineByPropertyName"],
            "name" => ["ValueFromPipelineByPropertyName"],
            _ => ["ValueFromPipeline"],
        };
        var source = new StringBuilder();
        foreach (JsonElement set in sets)
        {
            var position = 0;
            foreach (JsonElement each in set.GetProperty("params").EnumerateArray())
            {
                string entry = each.GetString()!;
                string name = entry.TrimEnd('!', '@', '~');
                string marks = entry[name.Length..];
                if (name == parameter.Name)
                {
                    var facts = new List<string>();
                    if (sets.Count > 1) facts.Add($"ParameterSetName={Quoted(set.GetProperty("name").GetString()!)}");
                    if (marks.Contains('!')) facts.Add("Mandatory");
                    if (marks.Contains('@')) facts.Add($"Position={position}");
                    source.Append("[Parameter(").AppendJoin(',', facts.Concat(pipeline)).Append(")]");
                }
                if (marks.Contains('@')) position++;
            }
        }
        if (source.Length == 0) return null;
        if (parameter.Value.TryGetProperty("aliases", out JsonElement aliases))
            source.Append("[Alias(").AppendJoin(',', aliases.EnumerateArray().Select(each => Quoted(each.GetString()!))).Append(")]");
        return source.Append(TypeOf(parameter.Value)).Append("${").Append(parameter.Name).Append('}').ToString();
    }

    static string TypeOf(JsonElement parameter)
    {
        string type = Text(parameter, "type")!;
        if (type == "SwitchParameter") return "[switch]";
        if (parameter.TryGetProperty("open", out _) || parameter.TryGetProperty("altType", out _)) return "[object]";
        string values = parameter.TryGetProperty("values", out JsonElement list) && list.ValueKind == JsonValueKind.Array
            ? $"[ValidateSet({string.Join(',', list.EnumerateArray().Select(each => Quoted(each.ToString())))})]" : "";
        if (type == "Boolean" && parameter.TryGetProperty("nullable", out _)) return values + "[Nullable[bool]]";
        if (types.TryGetValue(type, out string? known)) return values + known;
        bool single = !type.EndsWith("[]") && type != "MultiValuedProperty" && !parameter.TryGetProperty("multi", out _);
        return values + (values != "" && single ? "[string]" : "[object]");
    }

    static string? Text(JsonElement thing, string name) => thing.TryGetProperty(name, out JsonElement text) ? text.GetString() : null;

    static string Quoted(string text) => $"'{text.Replace("'", "''")}'";
}
