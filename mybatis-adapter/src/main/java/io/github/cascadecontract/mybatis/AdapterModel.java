package io.github.cascadecontract.mybatis;

import io.github.cascadecontract.contract.CascadeContract;
import org.apache.ibatis.session.Configuration;

/**
 * What all sessions of one factory share.
 *
 * @param tables the entities
 * @param lazyTypes the generated subclasses
 * @param configuration where the statements are
 */
record AdapterModel(EntityTables tables, LazyTypes lazyTypes, Configuration configuration) {
    /** Checks the mapping and registers the statements. */
    static AdapterModel of(CascadeContract contract, Configuration configuration) {
        ColumnTypes types = new ColumnTypes(configuration);
        new MappingCheck(contract, types).check();
        EntityTables tables = new EntityTables(contract, types);
        new GeneratedStatements(configuration, tables).register();
        return new AdapterModel(tables, new LazyTypes(tables), configuration);
    }
}
