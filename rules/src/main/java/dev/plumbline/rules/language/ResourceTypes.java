package dev.plumbline.rules.language;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import java.util.Optional;

/** Tells CEL's checker the members of {@code resource}, so that a misspelt one stops the load. */
final class ResourceTypes implements CelTypeProvider {
    private static final ImmutableMap<String, CelType> MEMBERS = ImmutableMap.of(
            "id", SimpleType.STRING,
            "name", SimpleType.STRING,
            "region", SimpleType.STRING,
            "account", SimpleType.STRING,
            "tags", MapType.create(SimpleType.STRING, SimpleType.STRING));

    static final StructType RESOURCE = StructType.create(
            "plumbline.Resource", MEMBERS.keySet(), member -> Optional.ofNullable(MEMBERS.get(member)));

    @Override
    public ImmutableCollection<CelType> types() {
        return ImmutableList.of(RESOURCE);
    }

    @Override
    public Optional<CelType> findType(String name) {
        return name.equals(RESOURCE.name()) ? Optional.of(RESOURCE) : Optional.empty();
    }
}
