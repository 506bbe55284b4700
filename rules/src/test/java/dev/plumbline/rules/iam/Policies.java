package dev.plumbline.rules.iam;

import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Policies as AWS's pages print them: JSON is YAML. */
final class Policies {
    private Policies() {}

    static PolicyDocument policy(String... statements) {
        String json = "{\"Version\": \"2012-10-17\", \"Statement\": [%s]}".formatted(String.join(",", statements));
        return PolicyDocument.parse(tree(json));
    }

    static Object tree(String json) {
        Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(json);
        return tree == null ? Map.of() : tree;
    }
}
