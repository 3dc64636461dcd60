using System.Text;

namespace OutreachBot.Workflow.Directory;

/// <summary>
/// Letters with accents, in one piece or in two. The runtime's own normalisation is not there where globalisation is
/// invariant, and it is, so that the bot needs no data of the operating system.
/// </summary>
public static class Accents
{
    // For each accent the letters that take it, and what they are with it.
    static readonly (char Mark, string Letters, string With)[] Table =
    [
        ('\u0300', "AEIOUNWYaeiounwy", "ÀÈÌÒÙǸẀỲàèìòùǹẁỳ"),
        ('\u0301', "AEIOUYCLNRSZWGKMPaeiouyclnrszwgkmp", "ÁÉÍÓÚÝĆĹŃŔŚŹẂǴḰḾṔáéíóúýćĺńŕśźẃǵḱḿṕ"),
        ('\u0302', "AEIOUCGHJSWYZaeioucghjswyz", "ÂÊÎÔÛĈĜĤĴŜŴŶẐâêîôûĉĝĥĵŝŵŷẑ"),
        ('\u0303', "AEINOUVYaeinouvy", "ÃẼĨÑÕŨṼỸãẽĩñõũṽỹ"),
        ('\u0304', "AEIOUYaeiouy", "ĀĒĪŌŪȲāēīōūȳ"),
        ('\u0306', "AEGIOUaegiou", "ĂĔĞĬŎŬăĕğĭŏŭ"),
        ('\u0307', "ACEGIZcegaz", "ȦĊĖĠİŻċėġȧż"),
        ('\u0308', "AEIOUYWHXaeiouywhxt", "ÄËÏÖÜŸẄḦẌäëïöüÿẅḧẍẗ"),
        ('\u030A', "AUauwy", "ÅŮåůẘẙ"),
        ('\u030B', "OUou", "ŐŰőű"),
        ('\u030C', "ACDEGILNORSTUZHKacdegilnorstuzhkj", "ǍČĎĚǦǏĽŇǑŘŠŤǓŽȞǨǎčďěǧǐľňǒřšťǔžȟǩǰ"),
        ('\u0323', "AEIOUYaeiouy", "ẠẸỊỌỤỴạẹịọụỵ"),
        ('\u0327', "CEGKLNRSTcegklnrst", "ÇȨĢĶĻŅŖŞŢçȩģķļņŗşţ"),
        ('\u0328', "AEIOUaeiou", "ĄĘĮǪŲąęįǫų"),
    ];

    static readonly Dictionary<(char, char), char> Pieces = Table
        .SelectMany(one => one.Letters.Select((letter, at) => ((letter, one.Mark), one.With[at]))).ToDictionary();

    static readonly Dictionary<char, char> Bare = Table
        .SelectMany(one => one.With.Select((with, at) => (with, one.Letters[at]))).ToDictionary();

    /// <summary>Letters in one piece wherever there is one.</summary>
    public static string Joined(string text)
    {
        var joined = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (joined.Length > 0 && Pieces.TryGetValue((joined[^1], letter), out var one)) joined[^1] = one;
            else joined.Append(letter);
        }
        return joined.ToString();
    }

    /// <summary>Letters without their accents: Zoë is Zoe.</summary>
    public static string Off(string text) => string.Concat(text.Select(letter => letter switch
    {
        >= '\u0300' and <= '\u036F' => "",
        'ß' => "ss",
        'æ' or 'Æ' => "ae",
        'œ' or 'Œ' => "oe",
        'ø' or 'Ø' => "o",
        'ł' or 'Ł' => "l",
        'đ' or 'Đ' or 'ð' or 'Ð' => "d",
        'þ' or 'Þ' => "th",
        'ı' => "i",
        _ => Bare.TryGetValue(letter, out var bare) ? bare.ToString() : letter.ToString(),
    }));
}
