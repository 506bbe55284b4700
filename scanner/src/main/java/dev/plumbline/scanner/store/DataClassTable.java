package dev.plumbline.scanner.store;

import dev.plumbline.rules.resource.AccountId;
import dev.plumbline.rules.resource.Resource;
import dev.plumbline.rules.resource.ResourceId;
import dev.plumbline.rules.resource.ResourceType;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Which stores hold data that their owner tagged as sensitive. */
public final class DataClassTable {
    private final Handle handle;

    DataClassTable(Handle handle) {
        this.handle = handle;
    }

    public void upsert(String scan, Resource resource, String dataClass) {
        handle.createUpdate("""
                        INSERT INTO data_class (resource, data_class, account, type, scan)
                        VALUES (:resource, :dataClass, :account, :type, :scan)
                        ON CONFLICT (resource) DO UPDATE SET data_class = excluded.data_class, scan = excluded.scan
                        """)
                .bind("resource", resource.id().value())
                .bind("dataClass", dataClass)
                .bind("account", resource.account().value())
                .bind("type", resource.type().value())
                .bind("scan", scan)
                .execute();
    }

    /** Forgets stores that {@code scan} read and no longer found tagged. */
    public void forgetUnseen(String scan, AccountId account, ResourceType type) {
        handle.createUpdate("DELETE FROM data_class WHERE account = :account AND type = :type AND scan <> :scan")
                .bind("account", account.value())
                .bind("type", type.value())
                .bind("scan", scan)
                .execute();
    }

    public Optional<String> of(ResourceId resource) {
        return handle.createQuery("SELECT data_class FROM data_class WHERE resource = :resource")
                .bind("resource", resource.value())
                .mapTo(String.class)
                .findOne();
    }
}
