using System.Diagnostics;
using System.IO.Compression;
using System.Text;

namespace OutreachBot.Bot.Tests;

/// <summary>The app package as <c>manifest/Manifest.targets</c> makes it, in a folder of its own.</summary>
sealed class AppPackage : IDisposable
{
    readonly string folder = System.IO.Directory.CreateTempSubdirectory("outreachbot-package-").FullName;

    public string Zip => Path.Combine(folder, "bin", "OutreachBot.zip");

    /// <param name="properties">MSBuild properties, as <c>Name=value</c>.</param>
    public async Task<AppPackage> MakeAsync(params string[] properties)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                "msbuild", Path.Combine(Repository.Root, "manifest", "Manifest.targets"), "-nologo", "-v:quiet",
                $"-p:OutDir={folder}/bin/", $"-p:IntermediateOutputPath={folder}/obj/",
            },
            RedirectStandardOutput = true,
        };
        foreach (var property in properties) start.ArgumentList.Add($"-p:{property}");
        using var build = Process.Start(start)!;
        var output = await build.StandardOutput.ReadToEndAsync();
        await build.WaitForExitAsync();
        return build.ExitCode == 0 ? this : throw new InvalidOperationException(output);
    }

    public async Task<Dictionary<string, byte[]>> FilesAsync()
    {
        await using var zip = await ZipFile.OpenReadAsync(Zip);
        var files = new Dictionary<string, byte[]>();
        foreach (var entry in zip.Entries)
        {
            await using var from = await entry.OpenAsync();
            var to = new MemoryStream();
            await from.CopyToAsync(to);
            files.Add(entry.FullName, to.ToArray());
        }
        return files;
    }

    public async Task<string> ManifestAsync() =>
        Encoding.UTF8.GetString((await FilesAsync())["manifest.json"]);

    public void Dispose() => System.IO.Directory.Delete(folder, recursive: true);
}
