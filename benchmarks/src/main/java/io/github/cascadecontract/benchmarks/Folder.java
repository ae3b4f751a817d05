package io.github.cascadecontract.benchmarks;

import static io.github.cascadecontract.annotation.PassiveDeletes.Mode.ON;
import static io.github.cascadecontract.annotation.ReferentialAction.CASCADE;
import static jakarta.persistence.CascadeType.ALL;
import static jakarta.persistence.FetchType.LAZY;

import io.github.cascadecontract.annotation.OnDelete;
import io.github.cascadecontract.annotation.PassiveDeletes;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;

/** A tree. */
@Entity
@Table(name = "folders")
public class Folder {
    @Id
    private Long id;

    @ManyToOne(fetch = LAZY)
    @JoinColumn(name = "parent_id")
    @OnDelete(CASCADE)
    private Folder parent;

    @OneToMany(mappedBy = "parent", cascade = ALL)
    @PassiveDeletes(ON)
    private List<Folder> folders = new ArrayList<>();

    /** For providers. */
    public Folder() {}
}
