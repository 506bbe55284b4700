package dev.plumbline.detectors.log;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Names the family of a calling program, so that its full text, often telling of a person's machine, is not kept. Thread-safe. */
final class Agents {
    private static final String OTHER = "other";

    /** The first that is contained wins, so the more telling ones stand first. */
    private static final List<Family> FAMILIES = List.of(
            new Family("terraform", "terraform"),
            new Family("pulumi", "pulumi"),
            new Family("ansible", "ansible"),
            new Family("cloudformation", "cloudformation"),
            new Family("aws-cli", "aws-cli"),
            new Family("boto", "boto"),
            new Family("aws-sdk-java", "aws-sdk-java"),
            new Family("aws-sdk-go", "aws-sdk-go"),
            new Family("aws-sdk-js", "aws-sdk-nodejs"),
            new Family("aws-sdk-js", "aws-sdk-js"),
            new Family("aws-sdk-dotnet", "aws-sdk-dotnet"),
            new Family("powershell", "powershell"),
            new Family("aws-sdk", "aws-sdk"),
            new Family("gsutil", "gsutil"),
            new Family("gcloud", "gcloud"),
            new Family("gcloud", "google-cloud-sdk"),
            new Family("gcp-sdk", "gl-"),
            new Family("gcp-sdk", "google-api"),
            new Family("gcp-sdk", "gcloud-"),
            new Family("azure-cli", "azurecli"),
            new Family("azcopy", "azcopy"),
            new Family("azure-sdk", "azsdk"),
            new Family("rclone", "rclone"),
            new Family("s3browser", "s3 browser"),
            new Family("curl", "curl/"),
            new Family("kubernetes", "kube"),
            new Family("console", "console"),
            new Family("console", "signin.amazonaws.com"),
            new Family("console", "s3console"),
            new Family("browser", "mozilla/"),
            new Family("cloud-service", ".amazonaws.com"),
            new Family("cloud-service", "aws internal"),
            new Family("python", "python"),
            new Family("go", "go-http"),
            new Family("java", "java/"));

    private static final int REMEMBERED = 10_000;

    private final Map<String, String> known = new ConcurrentHashMap<>();

    String familyOf(String agent) {
        String family = known.get(agent);
        if (family == null) {
            family = find(agent);
            if (known.size() < REMEMBERED) {
                known.put(agent, family);
            }
        }
        return family;
    }

    private static String find(String agent) {
        if (agent.isEmpty()) {
            return "none";
        }
        String text = agent.toLowerCase(Locale.ROOT);
        for (Family family : FAMILIES) {
            if (text.contains(family.mark)) {
                return family.name;
            }
        }
        return OTHER;
    }

    private record Family(String name, String mark) {}
}
