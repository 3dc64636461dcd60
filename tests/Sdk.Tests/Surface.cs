using System.Reflection;

namespace OutreachBot.Sdk.Tests;

/// <summary>What an assembly shows to others, a line for each type and each member.</summary>
static class Surface
{
    public static IEnumerable<string> Of(Assembly assembly) =>
        assembly.GetExportedTypes().OrderBy(Name, StringComparer.Ordinal).SelectMany(Lines);

    static IEnumerable<string> Lines(Type type)
    {
        if (type.IsEnum)
        {
            return [$"enum {Name(type)}: {string.Join(", ", Enum.GetNames(type))}"];
        }
        var kind = type switch
        {
            { IsInterface: true } => "interface",
            { IsValueType: true } => "struct",
            { IsAbstract: true } => "abstract class",
            { IsSealed: true } => "sealed class",
            _ => "class",
        };
        var own = type.GetInterfaces().Except(type.BaseType?.GetInterfaces() ?? []);
        var parents = new[] { type.BaseType }.OfType<Type>().Where(parent => parent != typeof(object)).Concat(own);
        var heading = $"{kind} {Name(type)}: {string.Join(", ", parents.Select(Name))}".TrimEnd(' ', ':');
        var members = type.GetMembers(
                BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static
                    | BindingFlags.DeclaredOnly)
            .Select(Line).OfType<string>().Order(StringComparer.Ordinal);
        return [heading, .. members.Select(member => $"{Name(type)}: {member}")];
    }

    static string? Line(MemberInfo member) => member switch
    {
        FieldInfo field when field.IsPublic =>
            $"const {Name(field.FieldType)} {field.Name} = {field.GetRawConstantValue()}",
        ConstructorInfo constructor when Shown(constructor) =>
            $"{Access(constructor)}{Name(constructor.DeclaringType!).Split('<')[0]}({Parameters(constructor)})",
        MethodInfo method when Shown(method) && !Accessor(method) && !OfObject(method) =>
            $"{Access(method)}{Virtue(method)}{Name(method.ReturnType)} "
                + $"{method.Name}{Generic(method)}({Parameters(method)})",
        PropertyInfo property when Shown(property.GetMethod!) =>
            $"{Access(property.GetMethod!)}{Virtue(property.GetMethod!)}{Name(property.PropertyType)} {property.Name} "
                + (property.SetMethod is { } set && Shown(set) ? "{ get; set; }" : "{ get; }"),
        _ => null,
    };

    static bool Shown(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    static bool Accessor(MethodInfo method) =>
        method.IsSpecialName && (method.Name.StartsWith("get_", StringComparison.Ordinal)
            || method.Name.StartsWith("set_", StringComparison.Ordinal));

    static bool OfObject(MethodInfo method) => method.GetBaseDefinition().DeclaringType == typeof(object);

    static string Access(MethodBase method) => method.IsPublic ? "" : "protected ";

    static string Virtue(MethodInfo method) => method switch
    {
        { IsStatic: true } => "static ",
        { DeclaringType.IsInterface: true } or { IsVirtual: false } or { IsFinal: true } => "",
        { IsAbstract: true, IsSpecialName: false } => "abstract ",
        _ => "virtual ",
    };

    static string Generic(MethodInfo method) =>
        method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : "";

    static string Parameters(MethodBase method) => string.Join(
        ", ", method.GetParameters().Select(parameter =>
            $"{Name(parameter.ParameterType)} {parameter.Name}{(parameter.IsOptional ? " = default" : "")}"));

    static string Name(Type type) => type switch
    {
        { IsByRef: true } => $"out {Name(type.GetElementType()!)}",
        { IsArray: true } => $"{Name(type.GetElementType()!)}[]",
        _ when Nullable.GetUnderlyingType(type) is { } value => $"{Name(value)}?",
        { IsGenericType: true } =>
            $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>",
        { FullName: "System.Boolean" } => "bool",
        { FullName: "System.Int32" } => "int",
        { FullName: "System.Int64" } => "long",
        { FullName: "System.Double" or "System.String" or "System.Object" or "System.Void" } =>
            type.Name.ToLowerInvariant(),
        _ => type.Name,
    };
}
