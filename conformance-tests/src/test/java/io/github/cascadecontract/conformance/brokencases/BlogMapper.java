package io.github.cascadecontract.conformance.brokencases;

import org.apache.ibatis.annotations.Delete;

/** Plain statements of MyBatis. */
interface BlogMapper {
    @Delete("delete from users where id = #{id}")
    void deleteUser(long id);

    @Delete("delete from posts where id = #{id}")
    void deletePost(long id);
}
