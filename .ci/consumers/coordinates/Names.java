import io.github.xrayclient.XrayClientBuilder;
import io.github.xrayclient.diagnostics.refusal.RefusalLog;
import io.github.xrayclient.watch.Watches;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints methods with the names of their parameters, as an editor shows them without sources. */
public final class Names {
  private Names() {}

  public static void main(String[] arguments) {
    System.out.println("refusals "
        + RefusalLog.parse("Artifact download request rejected: a/b.jar was not downloaded due to the download"
                + " blocking policy configured in Xray for libs.")
            .refusals()
            .size());
    Stream.of(XrayClientBuilder.class, Watches.class)
        .flatMap(type -> Arrays.stream(type.getMethods()))
        .filter(method -> method.getName().matches("baseUrl|delete"))
        .map(Names::signature)
        .sorted()
        .forEach(System.out::println);
  }

  private static String signature(Method method) {
    return Arrays.stream(method.getParameters())
        .map(parameter -> parameter.getType().getSimpleName() + " " + parameter.getName())
        .collect(Collectors.joining(", ", method.getName() + "(", ")"));
  }
}
